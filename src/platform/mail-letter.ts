/** A letter, and whatever sends it. */

export interface Letter {
  /** One address, such as "somsri@example.go.th". */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

export interface Mail {
  /**
   * Resolves once the mail server has taken the letter over. The same id makes the same Message-ID, by which a mailbox
   * can tell a letter that comes twice. Throws Problem `mail.notSent`, worth another attempt, or `mail.refused`.
   */
  send(letter: Letter, id: string): Promise<void>
  close(): void
}

export function messageIdOf(id: string, from: string): string {
  return `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`
}
