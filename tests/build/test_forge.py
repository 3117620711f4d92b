"""The files that a public forge reads: its runs use the README's commands, its forms ask what they should."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
FORGE = PROJECT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
FORMS = sorted((FORGE / "ISSUE_TEMPLATE").glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    # To YAML 1.1 the key `on` is a yes.
    return {
        "on" if key is True else key: value for key, value in yaml.safe_load(path.read_text("utf-8")).items()
    }


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = job.get("steps", [])
    return found


def commands(path: Path) -> list[str]:
    """Give what a workflow runs, without what is asked of the person who starts it."""
    jobs = read(path)["jobs"].values()
    runs = [step["run"] for job in jobs for step in steps(job) if "run" in step]
    return [re.sub(r"\$\{\{.*?\}\}", "", run).strip() for run in runs]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_it_runs_the_readmes_commands(path: Path) -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    tools = [each for each in commands(path) if not each.startswith("gh ")]
    assert tools[0] == "pip install uv"
    assert [each for each in tools if each not in readme] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_it_may_write_only_where_a_release_is_drafted(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        drafts = any("gh release" in step.get("run", "") for step in steps(job))
        assert job.get("permissions", {}) == ({"contents": "write"} if drafts else {}), name
        used = [step["uses"] for step in steps(job) if "uses" in step]
        assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


def test_all_is_checked_that_is_checked_here() -> None:
    own = re.findall(r"^uv run .+$", (PROJECT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert own
    assert set(own) <= set(commands(FORGE / "workflows" / "ci.yml"))


def test_a_tag_is_tested_before_it_is_released() -> None:
    workflow = read(FORGE / "workflows" / "release.yml")
    assert workflow["on"]["push"] == {"tags": ["v*"]}
    assert workflow["jobs"]["release"]["needs"] == "test"
    tested = workflow["jobs"]["test"]["uses"]
    assert "workflow_call" in read(PROJECT / tested)["on"]
    # Without its tags a clone cannot tell that the version is new.
    assert steps(workflow["jobs"]["release"])[0]["with"]["fetch-depth"] == 0
    runs = commands(FORGE / "workflows" / "release.yml")
    assert runs.index("uv run build release") < len(runs) - 1
    assert "--draft" in runs[-1]


def test_there_is_a_form_for_each_kind() -> None:
    assert [path.stem for path in FORMS] == ["new-site", "security", "switch-not-found", "translation"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_the_forge_draws(path: Path) -> None:
    """By docs.github.com, "Syntax for GitHub's form schema"."""
    form = read(path)
    assert form.keys() == {"name", "description", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    assert len(ids) == len(set(ids)) > 0
    for field in fields:
        assert field["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        assert field["attributes"]["label"].strip()
        assert ("options" in field["attributes"]) == (field["type"] in {"dropdown", "checkboxes"})
        assert field.keys() <= {"type", "id", "attributes", "validations"}


def test_the_form_on_security_asks_for_no_details() -> None:
    form = (FORGE / "ISSUE_TEMPLATE" / "security.yml").read_text("utf-8")
    assert "SECURITY.md" in form
    assert "type: textarea" not in form
