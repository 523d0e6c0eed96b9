"""A figure divided: by place, time, status, sex, age, cause, doer, teller, and SDG."""
