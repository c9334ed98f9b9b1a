type LinkedTextProps = { text: string }

/** A mail's text with its addresses as links: those in the frame lead nowhere. */
export function LinkedText({ text }: LinkedTextProps) {
  return (
    <pre className="bg-canvas overflow-x-auto rounded-lg border p-4 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
      {text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a className="underline" href={part} key={index} rel="noreferrer" target="_blank">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  )
}
