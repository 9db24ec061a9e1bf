"""The drawing of the network in the browser: its source, its locked packages, and how it is bundled."""
