type MarkedProps = { term: string; text: string }

/** A text in which a term is marked where it first occurs. */
export function Marked({ term, text }: MarkedProps) {
  const start = text.toLowerCase().indexOf(term.toLowerCase())
  // Lower case may be longer than what it is of; then nothing is marked rather than something else.
  if (!term || start < 0 || text.toLowerCase().length !== text.length) return text
  const end = start + term.length
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  )
}
