/** What customers are ranked by. */
export const metrics = ['licenses', 'products', 'activations'] as const

/** The last so many days, or all time. */
export const periods = ['all', '365', '90', '30'] as const

export type Metric = (typeof metrics)[number]
export type Period = (typeof periods)[number]

/** Which ranks are asked for: of one product, or of all (null). */
export type RankList = { metric: Metric; period: Period; product: null | string }

/** How much a customer has in a list. */
export type Figures = { activations: number; licenses: number; products: number }

/** A customer's place in a list. Those who have as much share one, and the next place is as much further: 1, 2, 2, 4. */
export type Rank = Figures & { customer: string; place: number }
