"""What every test shares: runtime shape checks on the package, and float64 where a test asks for it."""

import os

os.environ.setdefault("JAX_PLATFORMS", "cpu")

from jaxtyping import install_import_hook

# Before anything imports the package: annotations become checks, under pytest only.
install_import_hook("optcourse", "beartype.beartype")

import jax  # noqa: E402
import pytest  # noqa: E402


@pytest.fixture
def float64():
    """Exact identities are checked in double precision."""
    with jax.enable_x64(True):
        yield
