"""What people have set for the rules: how grave a policy has them, and what somebody has accepted where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from lsbook.model.edition import Policy
from lsbook.model.item import Acceptance
from lsbook.model.problem import Location, Problem, Severity
from lsbook.model.rule_text import RuleText
from lsbook.model.story import Story
from lsbook.model.suggestions import format_suggestion
from lsbook.model.walk import walk_items


def apply_settings(problems: Iterable[Problem], policy: Policy, story: Story) -> tuple[Problem, ...]:
    """Return ``problems`` as grave as ``policy`` has them, without those that are accepted where they stand.

    What stops a book stays as it is: no policy and no person lowers it. The problems have no lines of the story yet.
    """
    problems = tuple(problems)
    if not problems:
        return ()
    severities = {setting.name: setting.severity for setting in policy.rules}
    quiet = _list_accepted_rules(story)
    return tuple(
        problem if severity is problem.severity else replace(problem, severity=severity)
        for problem in problems
        if (severity := _choose_severity(problem, severities)) is not None
        and (not problem.is_warning or problem.rule not in quiet.get(problem.item or problem.at, quiet[_ANYWHERE]))
    )


_ANYWHERE = Location("")


def _choose_severity(problem: Problem, severities: Mapping[str, Severity | None]) -> Severity | None:
    return severities.get(problem.rule, problem.severity) if problem.is_warning else problem.severity


def _list_accepted_rules(story: Story) -> dict[Location, frozenset[str]]:
    """Return the rules that are accepted at the place of each item that has any, in it or around it."""
    everywhere = frozenset(accepted.rule for accepted in story.accepted)
    rules = {_ANYWHERE: everywhere}
    for item, ancestors in walk_items(story):
        own = frozenset(accepted.rule for around in (*ancestors, item) for accepted in around.gate.accepted)
        if own:
            rules[item.at] = own | everywhere
    return rules


def find_wrong_settings(policy: Policy, story: Story, rules: Iterable[RuleText]) -> Iterator[Problem]:
    """Yield a problem for each setting and each acceptance of a rule that there is not, or that nobody may quieten."""
    known = {rule.id: rule for rule in rules}
    for setting in policy.rules:
        rule = known.get(setting.name)
        source = f"name: {setting.name}"
        if rule is None:
            yield _make_unknown_rule_problem(setting.name, setting.at, known, source)
        elif rule.severity is Severity.ERROR and setting.severity is not Severity.ERROR:
            what = f'"{rule.id}" stops a book, and no policy lowers that.'
            yield Problem(setting.at, what, "Take the entry out.", source=source, rule=WRONG_SETTING.id)
    for accepted in _list_acceptances(story):
        if accepted.rule not in known:
            yield _make_unknown_rule_problem(accepted.rule, accepted.at, known)
        elif known[accepted.rule].severity is Severity.ERROR:
            what = f'"{accepted.rule}" stops a book: it cannot be accepted.'
            remedy = "Take it out, and mend what the rule finds."
            yield Problem(accepted.at, what, remedy, severity=Severity.WARNING, rule=WRONG_SETTING.id)


def _list_acceptances(story: Story) -> Iterator[Acceptance]:
    """Yield what is accepted anywhere, but in what is only the child's."""
    yield from story.accepted
    for item, ancestors in walk_items(story):
        if not any(around.gate.only_me for around in (*ancestors, item)):
            yield from item.gate.accepted


def _make_unknown_rule_problem(name: str, at: Location, known: Iterable[str], source: str = "") -> Problem:
    hint = format_suggestion(name, known)
    remedy = "Write the name of the rule as lsbook check shows it."
    what = f'There is no rule "{name}".{hint}'
    return Problem(at, what, remedy, source=source, severity=Severity.WARNING, rule=WRONG_SETTING.id)


WRONG_SETTING = RuleText(
    id="rule-setting-wrong",
    severity=Severity.ERROR,
    explain=(
        "The policy sets a rule, or an entry of the story accepts one, and there is no such rule, or it is one that"
        " nobody may quieten. What stops a book keeps a child safe: no policy makes it a warning, and no entry"
        " accepts it."
        " A name that is mistyped sets nothing. Write the name as lsbook check shows it in front of what it finds."
    ),
)
