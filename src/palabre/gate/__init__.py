"""The one door of the house: webhooks in, event streams out, all else handed to the desk. No Django here."""
