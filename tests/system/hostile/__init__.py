"""Folders, words, templates and disks that mean harm, or that something went wrong with."""
