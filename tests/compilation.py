"""How tests compile: what one process has compiled the others read, and in-process XLA hurries.

Two thirds of the suite's time were XLA's. In the processes of pytest it leaves optimizations out that pay after
minutes. Kernels and other children, the lessons' among them, compile as a user's do.
"""

import functools
import hashlib
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

HURRY = " ".join(
    [
        "--xla_backend_optimization_level=0",
        "--xla_llvm_disable_expensive_passes=true",
        "--xla_cpu_use_fusion_emitters=false",
    ]
)
THOROUGH = {  # XLA's own choices, for one program
    "xla_backend_optimization_level": 2,
    "xla_llvm_disable_expensive_passes": False,
    "xla_cpu_use_fusion_emitters": True,
}
KNOWN_TO = "0.10."  # the jaxlib of the lock: another one may not know these flags, and ends the process
MAX_BYTES = 2e9


def share_compiled_programs(root: Path) -> None:
    """Keep what is compiled where all processes of a run find it.

    On CI, until this process ends; elsewhere for the next run too, as long as requirements.lock is the same.
    """
    if "JAX_COMPILATION_CACHE_DIR" in os.environ:
        return
    if os.environ.get("CI") == "true":
        share_compiled_programs.folder = tempfile.TemporaryDirectory(prefix="optcourse-compiled-")
        folder = share_compiled_programs.folder.name
    else:
        folder = kept_folder(root)
    os.environ["JAX_COMPILATION_CACHE_DIR"] = str(folder)
    os.environ["JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS"] = "0"


def kept_folder(root: Path) -> Path:
    """The folder for this lock file; those for others are deleted, and this one when it has grown too large."""
    lock = (root / "requirements.lock").read_bytes()
    folder = root / ".compiled" / hashlib.sha256(lock).hexdigest()[:12]
    others = [path for path in folder.parent.glob("*") if path != folder]
    size = sum(path.stat().st_size for path in folder.glob("*"))
    for stale in [*others, *([folder] if size > MAX_BYTES else [])]:
        shutil.rmtree(stale, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hurry() -> None:
    """Let XLA compile quickly in this process, and in none of its children."""
    if "XLA_FLAGS" in os.environ or not version("jaxlib").startswith(KNOWN_TO):
        return
    import jax

    os.environ["XLA_FLAGS"] = HURRY
    jax.devices()  # here XLA reads its flags, once
    del os.environ["XLA_FLAGS"]
    share_context()
    take_care_of_loops()


def take_care_of_loops() -> None:
    """A program with a loop, a training say, computes for longer than it compiles: it is worth an optimization."""
    if hasattr(take_care_of_loops, "compile"):
        return
    from jax._src import compiler

    def compile_and_load(backend, module, devices, options, callbacks):
        if not options.env_option_overrides and "stablehlo.while" in str(module):
            options.env_option_overrides = [("xla_backend_optimization_level", 1)]
        return take_care_of_loops.compile(backend, module, devices, options, callbacks)

    take_care_of_loops.compile, compiler.backend_compile_and_load = compiler.backend_compile_and_load, compile_and_load


def share_context() -> None:
    """Write the programs of a test file in one MLIR context.

    By itself JAX makes one for each program, keeps 2048 of them (4 GB), and goes through those kept again and again:
    a fifth of the suite's time. A program within a program, as a lowering rule may need, still gets its own.
    """
    if hasattr(share_context, "shared"):
        return
    from jax._src.interpreters import mlir
    from jax._src.lib.mlir import ir

    alone, share_context.shared = mlir.make_ir_context, functools.cache(mlir.make_ir_context)
    mlir.make_ir_context = lambda: alone() if ir.Context.current else share_context.shared()


def start_context() -> None:
    """The next program starts a context: constants of the programs before it are not kept for ever."""
    if hasattr(share_context, "shared"):
        share_context.shared.cache_clear()


def thoroughly(f, **options):
    """jax.jit as outside of pytest: for a program that computes for longer than it compiles."""
    import jax

    if version("jaxlib").startswith(KNOWN_TO):
        options["compiler_options"] = THOROUGH
    return jax.jit(f, **options)
