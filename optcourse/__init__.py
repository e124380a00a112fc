"""The optimization of deep networks: loss landscapes, curvature and optimizers in JAX.

A plain module is mathematics, a folder is a layer built on it:

    optcourse.landscapes, taylor, curvature, ...   formulas, in JAX
    optcourse.optimizers                           init(w) and step(loss, w, state)
    optcourse.experiments                          runs, sweeps and seeded data: numbers out
    optcourse.figures                              Axes in, artists out
    optcourse.explorers                            figures that follow the hand, for notebooks
    optcourse.lessons                              notebooks as files: written and checked
    optcourse.homework                             exercises that check themselves
"""

__version__ = "0.2.0"
