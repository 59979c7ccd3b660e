"""What people see and do. One app a job; apps meet through selectors, actions and events."""
