/** A page is read as its reader sees it: its words, tables and links, and nothing of what is behind them. */
import { describe, expect, test } from 'vitest'
import { readHtml } from './html-page.ts'

const home = 'https://www.obt.go.th/page/oit?id=9'
const read = (markup: string) => readHtml(markup, home)

describe('the words of a page', () => {
  test('stand in a line for each block, entities read and spaces collapsed', () => {
    const { text, title } = read(
      '<title>อบต. &amp; ประชาชน</title><h1>แผน&nbsp; ปฏิบัติการ</h1><p>ปี<b>งบประมาณ</b>\n ๒๕๖๘<br>ไม่มี</p>',
    )
    expect(title).toBe('อบต. & ประชาชน')
    expect(text).toBe('แผน ปฏิบัติการ\nปีงบประมาณ ๒๕๖๘\nไม่มี')
  })

  test('leave out scripts, styles, templates and what is hidden', () => {
    const { text } = read(`<p>เห็น<script>var ลับ</script><style>ลับ{}</style><template>ลับ</template>
      <noscript>ลับ</noscript><div hidden>ลับ</div><div style="color:red; display : none">ลับ<p>ลับ</p></div>
      <!-- ลับ --><select><option>ลับ<option selected>เลือก</select><svg><title>ลับ</title></svg></p>`)
    expect(text).toBe('เห็น\nเลือก')
  })

  test('are still read where tags are missing, crossed or unknown', () => {
    expect(read('<p>ก<p>ข<b>ค</p>ง</b></span><odd>จ').text).toBe('ก\nขค\nงจ')
  })
})

describe('a page that shows nothing', () => {
  test.each([
    ['is the empty place of a script', '<div id="root"></div><script src="app.js"></script>'],
    ['says that it is loading', '<app-root>กำลังโหลด...</app-root><script src="app.js"></script>'],
    [
      'asks for scripts',
      '<noscript>You need to enable JavaScript</noscript><div id=app></div><script></script>',
    ],
    ['is one picture', '<img src="a.jpg" alt="ประกาศ">'],
  ])('%s', (_, markup) => {
    expect(read(markup).hasText).toBe(false)
  })

  test('is no short page of words', () => {
    expect(read('<p>ไม่มีเรื่องร้องเรียน</p><script></script>').hasText).toBe(true)
  })
})

describe('the tables of a page', () => {
  test('repeat a cell in each row and column that it spans', () => {
    const { tables, text } = read(`<table><caption>แผน</caption>
      <tr><th rowspan=2>โครงการ<th colspan=2>งบประมาณ</tr><tr><th>ตั้งไว้<th>ใช้จริง</tr>
      <tr><td>อบรม<td>50,000<td>ใช้งบประมาณ<br>บุคลากร</tr></table>`)
    expect(tables).toEqual([
      {
        name: 'แผน',
        rows: [
          ['โครงการ', 'งบประมาณ', 'งบประมาณ'],
          ['โครงการ', 'ตั้งไว้', 'ใช้จริง'],
          ['อบรม', '50,000', 'ใช้งบประมาณ บุคลากร'],
        ],
      },
    ])
    expect(text).toContain('อบรม\t50,000\tใช้งบประมาณ')
  })

  test('within a table that lays out the page are read by themselves', () => {
    const { tables } = read(
      '<table><tr><td>เมนู<td>เนื้อหา<table><tr><td>ก<td>๑</table>ท้าย</table><table><tr><td></table>',
    )
    expect(tables.map(({ rows }) => rows)).toEqual([[['ก', '๑']], [['เมนู', 'เนื้อหา ท้าย']]])
  })

  test('keep an empty cell empty', () => {
    expect(read('<table><tr><td>ก<td><td>ข</table>').tables[0]?.rows).toEqual([['ก', '', 'ข']])
  })
})

describe('the links of a page', () => {
  test('are absolute by the address of the page, or by the base it names', () => {
    expect(read('<a href="o9.pdf">แผน</a>').links).toEqual([
      { url: 'https://www.obt.go.th/page/o9.pdf', text: 'แผน' },
    ])
    expect(read('<base href="/files/"><a href="o9.pdf">แผน</a>').links[0]?.url).toBe(
      'https://www.obt.go.th/files/o9.pdf',
    )
  })

  test('show their words, the description of their picture, or their label', () => {
    const { links } = read(
      '<a href=a><img alt="แผนที่"></a><a href=b aria-label="Facebook"><i></i></a><a href=c title="ย่อ">ข่าว</a>',
    )
    expect(links.map(({ text }) => text)).toEqual(['แผนที่', 'Facebook', 'ข่าว'])
  })

  test('include frames, embedded files and menus that a script opens', () => {
    const { links } =
      read(`<iframe src="//drive.google.com/x"></iframe><embed src=a.pdf><object data=b.pdf></object>
      <ul style="display:none"><li><a href=/o9>โครงสร้าง</a></ul>`)
    expect(links.map(({ url }) => url)).toEqual([
      'https://drive.google.com/x',
      'https://www.obt.go.th/page/a.pdf',
      'https://www.obt.go.th/page/b.pdf',
      'https://www.obt.go.th/o9',
    ])
  })

  test('leave out what leads to no page, whose words still stand in the text', () => {
    const { links, text } = read(
      '<a href="mailto:a@obt.go.th">a@obt.go.th</a> <a href="tel:02">โทร 02</a><a href="javascript:x()">เปิด</a><a href="#top">บน</a><a href="http://[">พัง</a>',
    )
    expect(links).toEqual([])
    expect(text).toBe('a@obt.go.th โทร 02เปิดบนพัง')
  })
})

describe('what a page asks of its reader', () => {
  test('a password, unless the field is hidden', () => {
    expect(read('<input type="Password" name=p>').hasPasswordField).toBe(true)
    expect(read('<div style="display:none"><input type=password></div>').hasPasswordField).toBe(false)
  })

  test.each([
    ['0; url=/new', 'https://www.obt.go.th/new'],
    ["5;URL='https://obt.go.th/'", 'https://obt.go.th/'],
    ['0,next.php', 'https://www.obt.go.th/page/next.php'],
    ['300', ''],
    [`5; url=${home}`, ''],
  ])('to be led on by refresh "%s"', (content, refreshTo) => {
    expect(read(`<meta http-equiv="Refresh" content="${content}">`).refreshTo).toBe(refreshTo)
  })
})

describe('a hostile page', () => {
  test.each([
    ['200,000 elements deep', `${'<div>'.repeat(200_000)}ก้น${'</div>'.repeat(200_000)}<p>จบ`],
    ['100,000 tables deep', `${'<table><tr><td>'.repeat(100_000)}ก้น<p>จบ`],
    ['of 100,000 tags closed that never opened', `<b>ก้น${'</i></b>'.repeat(100_000)}<p>จบ`],
    ['of unfinished tags', `ก้น<p>จบ${'<a '.repeat(300_000)}`],
  ])('%s is read in good time', (_, markup) => {
    const started = performance.now()
    const { text } = read(markup)
    expect(text).toContain('ก้น')
    expect(text).toContain('จบ')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('whose cells span everything gives a table within limits', () => {
    const cell = '<td rowspan=65000 colspan=1000>ก</td>'
    const { tables } = read(`<table>${`<tr>${cell.repeat(50)}</tr>`.repeat(3000)}</table>`)
    const cells = tables.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0)
    expect(cells).toBeLessThan(300_000)
  })
})
