/** A page or file of a remote site as it was read: what it is, its words, tables and links. */

export const formats = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'image', 'text', 'unknown'] as const
export type Format = (typeof formats)[number]

export interface Table {
  /** The sheet's name or the caption; empty where there is none. */
  readonly name: string
  /** Cells as a reader sees them, merged cells repeated; rows may differ in length. */
  readonly rows: readonly (readonly string[])[]
}

export interface Link {
  /** Absolute, http or https. Frames and embedded files count, and so do the links of menus that open by a script. */
  readonly url: string
  /** What a reader sees of it: its words, or the description of its picture. */
  readonly text: string
}

/** How reading ended: `tooBig` and `tooSlow` are the limits of the reader, `broken` a file that is not what it claims. */
export type ReadingState = 'read' | 'encrypted' | 'broken' | 'tooBig' | 'tooSlow'

export interface Reading {
  readonly state: ReadingState
  /** By its content, not by what the server calls it. */
  readonly format: Format
  readonly title: string
  /** As a reader sees it, a line for each block; scripts, styles and hidden parts left out. */
  readonly text: string
  readonly tables: readonly Table[]
  readonly links: readonly Link[]
  /** False for a PDF of pictures, for an image, and for a page that shows nothing without scripts. */
  readonly hasText: boolean
  /** Password and log-in fields of a page. */
  readonly hasPasswordField: boolean
  /** Where `<meta http-equiv="refresh">` leads, absolute; empty where it leads nowhere. */
  readonly refreshTo: string
}

/** A reading that gives nothing but what the file is and how reading it ended. */
export function unread(format: Format, state: ReadingState): Reading {
  return {
    state,
    format,
    title: '',
    text: '',
    tables: [],
    links: [],
    hasText: false,
    hasPasswordField: false,
    refreshTo: '',
  }
}

/** What a reader is given: the file, where it came from, and what its server called it. */
export interface Source {
  readonly bytes: Uint8Array
  /** Absolute; relative links of the file are resolved against it. */
  readonly url: string
  /** The header as it was sent; empty where there was none. */
  readonly contentType: string
}
