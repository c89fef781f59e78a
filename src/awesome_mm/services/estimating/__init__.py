"""What running a recipe on a number of samples takes, from its structure and a person's own figures.

Layer: services. ``figures`` reads what a person wrote, ``counting`` says how often a stage calls a model, ``planning`` which stages are
looked at, ``stations`` lays them out in the order in which samples come by, ``flow`` says how many come by each, ``stages`` what that
takes, ``missing`` what is needed to know more, and ``estimate`` puts it together. All numbers are exact fractions.
"""
