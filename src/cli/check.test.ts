/** `prongsai check` as an operator meets it: one line a link, in order, and an exit code that can be trusted. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkCommand } from './check.ts'

const report = (budget: string) =>
  `<title>รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2567</title><h1>รายงานผล ปี ๒๕๖๗</h1>
<table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>อบรม</td><td>${budget}</td></tr></table>`
const pages: Readonly<Record<string, string>> = {
  '/right': report('๕,๐๐๐ บาท'),
  '/wrong': report('ใช้งบประมาณบุคลากร'),
}

const server = createServer(({ url = '' }, response) => {
  const page = pages[url]
  const answer = () =>
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  setTimeout(answer, url === '/right' ? 300 : 0)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
const at = (path: string) => `http://${host}${path}`
afterAll(() => void server.close())

let exitCode: typeof process.exitCode
beforeEach(() => {
  exitCode = process.exitCode
  vi.stubEnv('CHECKER_ALLOW_HOSTS', host)
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = exitCode
})

async function check(...args: string[]): Promise<{ lines: string[]; code: number }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  await checkCommand().parseAsync(args, { from: 'user' })
  const printed = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()
  return { lines: printed.trimEnd().split('\n'), code: Number(process.exitCode) }
}

describe('prongsai check', () => {
  test('prints a line of JSON for each link in the order asked, and ends with 1 when one fails', async () => {
    const links = [at('/right'), at('/wrong'), at('/none')]
    const { lines, code } = await check(
      ...links,
      '--year',
      '2568',
      '--item',
      'o26',
      '--site',
      at('/'),
      '--json',
    )
    const reports = lines.map((line) => JSON.parse(line))
    expect(reports.map(({ url, verdict, onMainSite }) => [url, verdict, onMainSite])).toEqual([
      [links[0], 'live', true],
      [links[1], 'live', true],
      [links[2], 'notFound', true],
    ])
    expect(Object.keys(reports[0])).toEqual([
      'url',
      'finalUrl',
      'verdict',
      'onMainSite',
      'contentType',
      'sha256',
      'findings',
    ])
    expect(reports[1].findings).toContainEqual({
      element: 'ช่องงบประมาณแสดงจำนวนเงินผลการใช้จ่ายงบประมาณ กรณีไม่มีให้ระบุว่า “ไม่มี”',
      result: 'fail',
      quote: 'ใช้งบประมาณบุคลากร',
      fix: expect.stringContaining('“ไม่มี”'),
    })
    expect(code).toBe(1)
  })

  test.each(['o26', 'O26', '๐๒๖', '026'])(
    'ends with 0 when nothing fails, and knows the item as %s',
    async (item) => {
      const { lines, code } = await check(at('/right'), '--year', '๒๕๖๘', '--item', item, '--json')
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ verdict: 'live', onMainSite: null })
      expect(code).toBe(0)
    },
  )

  test('tells people what to mend in the language they ask for', async () => {
    const { lines, code } = await check(at('/wrong'), '--year', '2568', '--item', 'o26', '--lang', 'en')
    expect(lines.join('\n')).toMatch(/opens[\s\S]*words: ใช้งบประมาณบุคลากร[\s\S]*fix: .*in figures/)
    expect(code).toBe(1)
  })

  test.each([
    [['ftp://127.0.0.1/x', '--year', '2568', '--item', 'o26'], 'check.notAddress'],
    [['x', '--year', '2568', '--item', 'o26'], 'check.notAddress'],
    [['http://a.go.th', '--year', '2500', '--item', 'o26'], 'year.invalid'],
    [['http://a.go.th', '--year', '2561', '--item', 'o26'], 'score.noFramework'],
    [['http://a.go.th', '--year', '2568', '--item', 'o29'], 'item.unknown'],
    [['http://a.go.th', '--year', '2568', '--item', 'o26', '--site', 'mailto:x'], 'check.notSite'],
  ])('refuses %j before anything is asked: %s', async (args, code) => {
    await expect(check(...args)).rejects.toMatchObject({ code })
  })
})
