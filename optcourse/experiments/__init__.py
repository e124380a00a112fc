"""What is measured: runs, sweeps and seeded data. Numbers out, no ink."""
