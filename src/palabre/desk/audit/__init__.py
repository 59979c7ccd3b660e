"""The log of every act, chained so that a hole or a change is seen."""
