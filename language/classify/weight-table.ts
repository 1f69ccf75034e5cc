/** Learned weights: those of a feature for all labels side by side, `row * labels + label`, and one bias a label. */
export type WeightTable = { weights: Float32Array; biases: Float32Array; labels: number }
