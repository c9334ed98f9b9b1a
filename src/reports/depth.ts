/** How far down customers are ranked over all products. */
export const ranksOverall = 1000

const fewestPerProduct = 100
const mostOverProducts = 10_000

/**
 * How far down customers are ranked for each of so many products. What is kept stays bounded: with many products each has fewer
 * ranks, but never so few that a page of the report would miss them.
 */
export function ranksPerProduct(products: number): number {
  const share = Math.floor(mostOverProducts / Math.max(products, 1))
  return Math.max(fewestPerProduct, Math.min(ranksOverall, share))
}
