"""The network: MiniLM's encoder, the case of words given back, and the heads.

Shapes: B sentences, T pieces, W words (word 0 is the root, read at [CLS]), D the width of the encoder.
"""
import math
from dataclasses import dataclass, asdict, field

import torch
from torch import nn
from torch.nn import functional as F

from .wordpiece import SHAPES


@dataclass
class Config:
    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 256           # width of the two arc projections
    relation: int = 96       # width of the two relation projections
    names: int = 192         # hidden units before the labels of names
    labels: dict = field(default_factory=dict)      # head → its labels, in order

    def as_dict(self):
        return asdict(self)


class Linear(nn.Linear):
    """A product that can round as the exported one will: inputs in 8 bits with one scale for all, weights in 7 bits by output.
    Gradients pass as if nothing were rounded (Jacob et al. 2018), so that training goes where rounding does no harm."""
    rounds = False

    def forward(self, x):
        if not (self.rounds and self.training):
            return super().forward(x)
        low, high = x.detach().amin().clamp(max=0), x.detach().amax().clamp(min=0)
        scale = ((high - low) / 255).clamp(min=1e-8)
        zero = (-low / scale).round().to(torch.int32)
        x = torch.fake_quantize_per_tensor_affine(x, scale, zero, 0, 255)
        scales = (self.weight.detach().abs().amax(1) / 64).clamp(min=1e-12)
        weight = torch.fake_quantize_per_channel_affine(self.weight, scales, torch.zeros_like(scales, dtype=torch.int32), 0, -64, 64)
        return F.linear(x, weight, self.bias)


class Layer(nn.Module):
    """One layer of BERT. q, k and v stay three matrices: so each is quantised on its own when exported."""

    def __init__(self, config, dropout):
        super().__init__()
        self.heads, self.dropout = config.attention_heads, dropout
        self.query = Linear(config.width, config.width)
        self.key = Linear(config.width, config.width)
        self.value = Linear(config.width, config.width)
        self.output = Linear(config.width, config.width)
        self.attention_norm = nn.LayerNorm(config.width, eps=1e-12)
        self.up = Linear(config.width, config.inner)
        self.down = Linear(config.inner, config.width)
        self.norm = nn.LayerNorm(config.width, eps=1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = (p(x).view(b, t, self.heads, d // self.heads).transpose(1, 2) for p in (self.query, self.key, self.value))
        rate = self.dropout if self.training else 0.0
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(2, 3) * (1 / math.sqrt(d // self.heads)) + mask
            attended = torch.softmax(scores, dim=-1) @ v
        else:
            attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.output(attended.transpose(1, 2).reshape(b, t, d))
        x = self.attention_norm(x + F.dropout(attended, rate, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm(x + F.dropout(inner, rate, self.training))


class Reader(nn.Module):
    def __init__(self, config, dropout=0.1, head_dropout=0.25):
        super().__init__()
        self.config, self.dropout, self.head_dropout = config, dropout, head_dropout
        d, labels = config.width, config.labels
        self.words = nn.Embedding(config.vocabulary, d)
        self.positions = nn.Embedding(config.positions, d)
        self.shapes = nn.Embedding(len(SHAPES), d)
        self.input_norm = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))
        self.head_shapes = nn.Embedding(len(SHAPES), d)
        nn.init.normal_(self.shapes.weight, std=0.005)
        nn.init.normal_(self.head_shapes.weight, std=0.02)
        self.xpos = nn.Linear(d, len(labels["xpos"]))
        self.upos = nn.Linear(d, len(labels["upos"]))
        self.lemma = nn.Linear(d, len(labels["lemma"]))
        # Heads over one hidden layer each: what is a name needs more than a linear reading.
        self.hidden = nn.ModuleDict({h: nn.Linear(d, config.names) for h in ("names", "gmb", "nominals", "events")})
        self.scorers = nn.ModuleDict({h: nn.Linear(config.names, len(labels[h])) for h in self.hidden})
        self.arc_dependent, self.arc_head = nn.Linear(d, config.arc), nn.Linear(d, config.arc)
        self.arc = nn.Parameter(torch.zeros(config.arc, config.arc))
        self.arc_bias = nn.Linear(config.arc, 1)
        self.relation_dependent, self.relation_head = nn.Linear(d, config.relation), nn.Linear(d, config.relation)
        n = len(labels["deprel"])
        self.relation = nn.Parameter(torch.zeros(n, config.relation, config.relation))
        self.relation_dependent_bias = nn.Linear(config.relation, n)
        self.relation_head_bias = nn.Linear(config.relation, n, bias=False)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.relation, std=1 / config.relation)

    def encode(self, pieces, piece_shapes, mask):
        """pieces, piece_shapes: B×T ids; mask: B×1×1×T, 0 or a large negative number. Gives B×T×D."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(positions) + self.shapes(piece_shapes)
        x = F.dropout(self.input_norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read_words(self, encoded, first, last, word_shapes):
        """first, last: the places (B·W) of each word's first and last piece in the flattened B·T. Gives B×W×D."""
        b, w = word_shapes.shape
        flat = encoded.reshape(-1, encoded.shape[-1])
        words = (flat[first] + flat[last]) * 0.5
        words = words.view(b, w, -1) + self.head_shapes(word_shapes)
        return F.dropout(words, self.head_dropout, self.training)

    def scores(self, words, heads):
        """The scores (logits) of the heads asked for: B×W×labels; `arc` B×W×W (dependent, head)."""
        drop = lambda x: F.dropout(F.leaky_relu(x, 0.1), self.head_dropout, self.training)
        found = {}
        for head in heads:
            if head in ("xpos", "upos", "lemma"):
                found[head] = getattr(self, head)(words)
            elif head in self.hidden:
                found[head] = self.scorers[head](drop(self.hidden[head](words)))
        if "arc" in heads:
            dependents, governors = drop(self.arc_dependent(words)), drop(self.arc_head(words))
            found["arc"] = (dependents @ self.arc) @ governors.transpose(1, 2) + self.arc_bias(governors).transpose(1, 2)
        if "relation" in heads:
            found["relation_dependent"] = drop(self.relation_dependent(words))
            found["relation_head"] = drop(self.relation_head(words))
        return found

    def relations(self, dependents, governors):
        """Scores of labels for pairs that belong together: two N×R, gives N×labels."""
        # N×R times R×(L·R), then each label's row against its governor.
        n = self.relation.shape[0]
        left = (dependents @ self.relation.transpose(0, 1).reshape(dependents.shape[1], -1)).view(-1, n, governors.shape[1])
        scores = (left * governors[:, None, :]).sum(-1)
        return scores + self.relation_dependent_bias(dependents) + self.relation_head_bias(governors)


def mask_of(lengths, width, dtype=torch.float32):
    """B×1×1×T: 0 where a piece is, a large negative number where there is only padding."""
    outside = torch.arange(width, device=lengths.device)[None, :] >= lengths[:, None]
    return torch.zeros(outside.shape, dtype=dtype, device=lengths.device).masked_fill(outside, -1e4)[:, None, None, :]


def load_minilm(reader, path, layers=None):
    """Fills the encoder from all-MiniLM-L6-v2; `layers` names the layers to take when the reader has fewer."""
    from safetensors.torch import load_file
    source = load_file(path)
    kinds = source["embeddings.token_type_embeddings.weight"][0]
    def put(target, name):
        target.data.copy_(source[name])
    put(reader.words.weight, "embeddings.word_embeddings.weight")
    reader.positions.weight.data.copy_(source["embeddings.position_embeddings.weight"] + kinds)
    put(reader.input_norm.weight, "embeddings.LayerNorm.weight")
    put(reader.input_norm.bias, "embeddings.LayerNorm.bias")
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
             "up": "intermediate.dense", "down": "output.dense", "norm": "output.LayerNorm"}
    for index, layer in enumerate(reader.layers):
        number = layers[index] if layers else index
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                put(getattr(getattr(layer, ours), kind), f"encoder.layer.{number}.{theirs}.{kind}")
