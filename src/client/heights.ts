// Between which heights (px) a frame stands: both sides keep to them, whatever the other one says.
export const LOWEST = 200
export const HIGHEST = 6000
