/** What is kept of answers and how it is protected, for the people who give them. */
import { useSpeech } from './speech.ts'

export function Privacy({ group }: { readonly group: number }) {
  const { title, sections } = useSpeech().text.surveys.privacy
  return (
    <>
      <h1>{title}</h1>
      {sections.map(({ heading, items }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {items.map((item) => (
              <li key={item}>{item.replace('{group}', String(group))}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
