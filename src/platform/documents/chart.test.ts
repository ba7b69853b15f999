/** A chart is safe to put into a page as it is. */
import { describe, expect, test } from 'vitest'
import { chartColours, type EChartsOption, renderChart } from './chart.ts'

const option: EChartsOption = {
  xAxis: { type: 'category', data: ['2567', '2568'] },
  yAxis: { type: 'value', min: 70, max: 100 },
  series: [{ type: 'line', data: [92.92, 92.65], color: chartColours.accent, label: { show: true } }],
}

const frame = { width: 400, height: 200, label: 'คะแนน "รวม" & <ปี>' }

describe('a chart for a page under a strict content policy', () => {
  const svg = renderChart(option, frame)

  test('holds no style, no script and no id', () => {
    expect(svg).not.toMatch(/style|<script|\bid=|<defs|url\(|\bon\w+=|ecmeta/)
  })

  test('is written in Sarabun', () => {
    const fonts = [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, font]) => font)
    expect(fonts.length).toBeGreaterThan(2)
    expect(new Set(fonts)).toEqual(new Set(['Sarabun']))
  })

  test('says what it shows, with its words escaped', () => {
    expect(svg).toContain('role="img"')
    expect(svg).toContain('aria-label="คะแนน &quot;รวม&quot; &amp; &lt;ปี&gt;"')
    expect(svg).toContain('<title>คะแนน &quot;รวม&quot; &amp; &lt;ปี&gt;</title>')
  })

  test('marks what is drawn in a known colour by a class, so that a dark page may change it', () => {
    expect(svg).toMatch(/class="chart-stroke-accent"[^>]*stroke="#0f5c6e"/)
  })

  test('comes out the same each time', () => {
    expect(renderChart(option, frame)).toBe(svg)
  })
})
