"""The shell: base templates, styles, custom elements, shortcuts."""
