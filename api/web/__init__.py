"""The sources of the script that draws the network, and how it is bundled."""
