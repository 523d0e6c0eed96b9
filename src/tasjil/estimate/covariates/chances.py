"""The chance of being on one list, the other, or both, given what is known."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize


def fit_chances(
    x: NDArray[np.float64], which: NDArray[np.int64], classes: int, ridge: float
) -> NDArray[np.float64]:
    """Fit a multinomial logit with a ridge penalty.

    Where, given x, lists are independent and each is a logit in x, the chances of the
    combinations among the documented are such a logit exactly.

    Args:
        x: Features, (people, P).
        which: The class of each, (people,).
        classes: How many there are, K.
        ridge: Weight of half the squared coefficients; the constants are free.

    Returns:
        Coefficients against class 0, the constant first, (P + 1, K - 1).
    """
    whole = np.concatenate([np.ones((len(x), 1)), x], 1)
    seen = np.eye(classes)[which]
    shape = (whole.shape[1], classes - 1)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        beta = flat.reshape(shape)
        p = chances(x, beta)
        given = p[np.arange(len(p)), which]
        slope = whole.T @ (p[:, 1:] - seen[:, 1:])
        slope[1:] += ridge * beta[1:]
        penalty = ridge / 2 * float((beta[1:] ** 2).sum())
        return penalty - float(np.log(given).sum()), slope.ravel()

    start = np.zeros(shape)
    share = (seen.sum(0) + 0.5) / (len(x) + classes / 2)
    start[0] = np.log(share[1:] / share[0])
    found = minimize(
        loss,
        start.ravel(),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 500, "gtol": 1e-5, "ftol": 1e-12},
    )
    return np.asarray(found.x).reshape(shape)


def chances(x: NDArray[np.float64], beta: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the chance of each class, (people, K)."""
    told = np.concatenate([np.zeros((len(x), 1)), beta[0] + x @ beta[1:]], 1)
    told -= told.max(1, keepdims=True)
    odds = np.maximum(np.exp(told), 1e-300)
    return np.asarray(odds / odds.sum(1, keepdims=True))
