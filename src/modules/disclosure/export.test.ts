/** What leaves the product: the board as a spreadsheet and the public table, with nothing in them that runs. */
import { describe, expect, test } from 'vitest'
import { readTable } from '#platform/table-file/read-table.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import type { AnsweredLink } from './answers.ts'
import type { Board, BoardItem } from './board.ts'
import { boardRows, exportBoard } from './export-board.ts'
import { writePublicFragment } from './public-fragment.ts'

const link: AnsweredLink = {
  ...{
    id: '1',
    position: 1,
    url: 'https://a.go.th/?a=1&b="2"',
    kind: 'page',
    format: null,
    place: '',
    snapshot: null,
  },
  check: {
    ...{ worst: 'fail', firstAt: new Date(0), lastAt: new Date(0) },
    report: {
      ...{
        url: '',
        finalUrl: '',
        verdict: 'live',
        onMainSite: true,
        contentType: null,
        sha256: null,
        textHash: null,
      },
      findings: [{ element: 'fiscalYear', result: 'fail', quote: '2567', fix: null }],
    },
  },
}

const item: BoardItem = {
  ...{
    code: 'o26',
    id: 'prevention-report',
    subIndicator: '10.2',
    state: 'drafted',
    stateAt: null,
    dueOn: '2025-06-30',
  },
  title: { th: 'รายงานผล <b>', en: 'Report <b>' },
  elements: [
    {
      ...{ place: 0, kind: 'content', text: { th: 'จำนวนเงิน & "ไม่มี"', en: 'Amounts' }, isUnverified: false },
      evidence: { confidence: 'verified', source: 'x' },
    },
  ],
  ...{ unit: null, owner: { id: '1', name: '=cmd()' }, isLate: true, has: true, comments: 0, points: '5.00' },
  ...{ links: [link], score: null },
}

const board: Pick<Board, 'fiscalYear' | 'agency' | 'items'> = {
  ...{ fiscalYear: 2568, agency: { id: 'a', code: 'HILL', name: { th: 'อบต.เขา <script>', en: 'Hill' } } },
  items: [item],
}

const withUrl = (url: string, place = '') => ({ ...item, links: [{ ...link, url, place }] })

describe('the board as a spreadsheet', () => {
  test('has a row for each item, with Thai headings and what was found', () => {
    const [headings, row] = boardRows(board, th)
    expect(headings?.slice(0, 4)).toEqual(['ข้อ', 'ประเด็น', 'องค์ประกอบด้านข้อมูล', 'สถานะ'])
    expect(row).toHaveLength(headings?.length ?? 0)
    expect(row).toEqual([
      ...['O26', 'รายงานผล <b>', '1. จำนวนเงิน & "ไม่มี"', 'ร่างคำตอบแล้ว', null, '=cmd()', '2025-06-30'],
      ...['มี', link.url, '', 'เปิดได้', '1. ไม่ผ่าน: ปีงบประมาณ “2567”'],
    ])
  })

  test('is opened by spreadsheet programs as it was written', async () => {
    const bytes = await exportBoard(board, th)
    const { rows } = await readTable(bytes, 'oit.xlsx')
    expect(rows[1]?.cells.slice(0, 2)).toEqual(['O26', 'รายงานผล <b>'])
    expect(rows[1]?.cells[5]).toBe('=cmd()')
  })
})

describe('the public table', () => {
  test('shows the items with their elements and links', () => {
    const html = writePublicFragment(board, th)
    expect(html).toContain('<th scope="row">O26</th>')
    expect(html).toContain('<li>จำนวนเงิน &amp; &quot;ไม่มี&quot;</li>')
    expect(html).toContain('<a href="https://a.go.th/?a=1&amp;b=&quot;2&quot;">')
    expect(html).toContain('ลำดับ')
  })

  test('has no column of elements in a year whose items have none', () => {
    const html = writePublicFragment({ ...board, items: [{ ...item, elements: [] }] }, th)
    expect(html).not.toContain(th.itemsExport.public.elements)
    expect([html.match(/<th scope="col">/g)?.length, html.match(/<td>/g)?.length]).toEqual([4, 3])
  })

  test('whatever stands in names, titles, places and addresses stays words', () => {
    const hostile = [
      withUrl('https://a.go.th/"onmouseover="alert(1)', '</a><script>alert(1)</script>'),
      { ...item, title: { th: '<img src=x onerror=alert(1)>', en: '' } },
    ]
    const html = writePublicFragment({ ...board, items: hostile }, th)
    const tags = new Set([...html.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name))
    expect(tags).toEqual(
      new Set(['section', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li', 'a']),
    )
    expect(html).not.toMatch(/<[^>]*\son\w+=/i)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)'])('"%s" is no link', (url) => {
    const html = writePublicFragment({ ...board, items: [withUrl(url)] }, en)
    expect(html).not.toContain('href')
    expect(html).toContain('no link yet')
  })
})
