//! Sums that scorers are made of, in a fixed order: the same bits on every processor.

/// Adds `factor` times a row of weights.
pub(super) fn add(sums: &mut [f32], row: &[f32], factor: f32) {
    for (sum, number) in sums.iter_mut().zip(row) {
        *sum += factor * number;
    }
}

/// What a hidden unit hands on: a tenth of what is below zero.
pub(super) fn rectified(sum: f32) -> f32 {
    if sum < 0.0 { 0.1 * sum } else { sum }
}
