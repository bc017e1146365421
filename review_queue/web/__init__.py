"""The desk in a browser: parse, call the desk, render. Every page works without script; a little script makes it quicker."""
