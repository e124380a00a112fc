"""A limit on the time that a student's function may take.

    with time_limit(seconds): ...      raises OutOfTime inside the block when the seconds are over

It stops what Python runs, on every system and in every thread. A compiled loop of JAX that never
ends goes on: only who started the process can stop that.
"""

import contextlib
import ctypes
import threading

RETRY_SECONDS = 0.5  # seconds after which what went on all the same is stopped again


class OutOfTime(BaseException):
    """The time is over; no `except Exception` of a student's hides it."""


@contextlib.contextmanager
def time_limit(seconds: float):
    """Raise OutOfTime in this thread, inside the block, once the seconds are over."""
    here = ctypes.c_ulong(threading.get_ident())
    over = threading.Event()
    lock = threading.Lock()

    def stop():
        wait = seconds
        while not over.wait(wait):
            with lock:
                if not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(here, ctypes.py_object(OutOfTime))
            wait = RETRY_SECONDS

    def finish():
        with lock:
            over.set()
        # what is already on its way arrives at the latest where Python jumps back
        for _ in range(2):
            pass

    threading.Thread(target=stop, daemon=True).start()
    try:
        try:
            yield
        finally:
            finish()
    except OutOfTime:  # perhaps while it finished; the next would come RETRY_SECONDS later
        finish()
        raise
