"""The application a server imports: the program that LAB_PROGRAM names."""

from loading import program_of_environment

app = program_of_environment()
