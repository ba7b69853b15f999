/** The headers of a file that is handed out, its name safe in any script. */
type Disposition = 'attachment' | 'inline'

export function fileHeaders(type: string, name: string, disposition: Disposition): Record<string, string> {
  const encoded = encodeURIComponent(name).replaceAll("'", '%27')
  return {
    'Content-Type': type,
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encoded}`,
    'Cache-Control': 'public, max-age=60',
  }
}
