"""Changes in a person's YAML that leave every other byte of the file as it was: insert, remove, rename, change."""

from lsbook.editing.change import change_value, rename_key
from lsbook.editing.insert import insert_entry, insert_key
from lsbook.editing.remove import remove
from lsbook.editing.yaml_file import YamlFile, open_yaml

__all__ = ["YamlFile", "change_value", "insert_entry", "insert_key", "open_yaml", "remove", "rename_key"]
