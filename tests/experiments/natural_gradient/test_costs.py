"""What the Fisher matrix costs: operations, which every machine counts alike, and the form of the committed times."""

import jax
import numpy as np
import pytest

from optcourse import fisher, scores, trees
from optcourse.experiments import table
from optcourse.experiments.natural_gradient import costs


def test_the_committed_operations_were_counted_by_this_code():
    columns = table.read("fisher_costs").columns
    assert [*zip(columns["outputs"], columns["hidden"])] == [(c, h) for c in costs.OUTPUTS for h in costs.HIDDEN]
    assert np.all(columns["parameters"] == 65 * columns["hidden"] + (columns["hidden"] + 1) * columns["outputs"])
    row = (columns["outputs"] == 2) & (columns["hidden"] == 8)
    for name, count in costs.flops(2, 8).items():
        assert columns[f"{name}_flops"][row][0] == pytest.approx(count, rel=0.2)  # compilers count a little differently


def test_the_committed_ratios_are_those_of_the_times():
    columns = table.read("fisher_costs").columns
    for name in ("exact", "sampled"):
        by_medians = columns["hessian_ms"] / columns[f"{name}_ms"]
        np.testing.assert_allclose(columns[f"hessian_over_{name}"], by_medians, rtol=0.5)  # medians of ratios
        found = costs.read_time_ratios(name)
        np.testing.assert_array_equal(np.concatenate([*found.values()]), columns[f"hessian_over_{name}"])


@pytest.mark.parametrize("outputs", [1, 3])
def test_the_loss_has_the_scores_of_the_model_as_its_gradient(outputs, float64):
    """So the Hessian and the Fisher matrix are of one problem: its log-likelihood, for one output too."""
    model, w, inputs, loss = costs.digits_problem(outputs, (2,))
    labels = costs.labels(outputs)
    gradient = trees.flatten(jax.grad(loss)(w))[0]
    np.testing.assert_allclose(scores.label_scores(model, w, inputs, labels).mean(axis=0), -gradient, atol=1e-7)


def test_each_call_computes_what_its_name_says():
    ready = {name: call() for name, call in costs.matrix_calls(2, 2).items()}
    model, w, inputs, _ = costs.digits_problem(2, (2,))
    np.testing.assert_allclose(ready["exact"], fisher.exact(model, w, inputs), atol=1e-6)
    assert np.min(np.linalg.eigvalsh(ready["sampled"])) > -1e-6 > np.min(np.linalg.eigvalsh(ready["hessian"]))
