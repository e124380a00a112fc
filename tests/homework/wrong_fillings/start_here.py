"""Wrong fillings of the blanks of lesson 00."""

ALONE = {
    "largest_rate": {
        "below": lambda curvature: 3 / curvature,
        "above": lambda curvature: 1 / curvature,  # the best rate
    },
}
ALSO = {
    "largest_rate": (lambda curvature: 2.0, lambda curvature: curvature / 2, lambda curvature: -2 / curvature),
}
