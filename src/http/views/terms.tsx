// Longer texts in paragraphs.

/** A text whose paragraphs are parted by an empty line. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
)

/** Paragraphs that begin with what they are about (`Who sees them: …`), found faster in bold. */
export const Terms = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => {
      const [, term, rest] = /^([^:.]{1,40}:)(.*)$/s.exec(paragraph) ?? []
      return (
        <p>
          {term ? <b>{term}</b> : null}
          {rest ?? paragraph}
        </p>
      )
    })}
  </>
)
