/** The charts of a result show every figure and nothing that is not known. */
import { describe, expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { radarChart, trendChart } from './charts.ts'
import { diprom2568 } from './result-samples.ts'

const { framework } = await readFramework(`${frameworksRoot}/2568`)
const result = diprom2568(framework)

/** What a reader sees: the texts of the picture, its label aside. */
const seen = (svg: string | null) =>
  [...(svg ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('the trend chart', () => {
  test.each([{}, { narrow: true }, { print: true }])('bears every year with its figure (%o)', (style) => {
    const texts = seen(trendChart(result.trend, 'th', style))
    for (const { fiscalYear, total } of result.trend) {
      expect(texts).toContain(String(fiscalYear))
      expect(texts).toContain(total)
    }
  })

  test('names the lines of 85 and 95', () => {
    expect(seen(trendChart(result.trend, 'th'))).toEqual(
      expect.arrayContaining(['ค่าเป้าหมาย 85', 'ระดับสูงสุด 95']),
    )
    expect(seen(trendChart(result.trend, 'en'))).toEqual(
      expect.arrayContaining(['Target 85', 'Top level 95']),
    )
  })

  test.each([{}, { narrow: true }, { print: true }])('writes no figure on a dashed line (%o)', (style) => {
    const svg = trendChart(result.trend, 'th', style) ?? ''
    const lines = [...svg.matchAll(/d="M\d+ ([\d.]+)L[^"]*"[^>]*stroke-dasharray/g)].map(([, y]) => Number(y))
    const figures = [
      ...svg.matchAll(/font-size="(\d+)px"[^>]* transform="translate\([\d.]+ ([\d.]+)\)"[^>]*>\d\d\.\d\d</g),
    ]
    expect(lines).toHaveLength(2)
    expect(figures).toHaveLength(result.trend.length)
    const top = /(?<= y=")-?[\d.]+/
    for (const [text, size, y] of figures) {
      const middle = Number(y) + Number(top.exec(text)?.[0] ?? 0)
      for (const line of lines) expect(Math.abs(line - middle), text).toBeGreaterThan(Number(size) * 0.4)
    }
  })

  test('writes Thai digits where asked, in the picture and in its label', () => {
    const svg = trendChart(result.trend, 'th', { digits: 'thai' })
    expect(seen(svg)).toContain('๙๒.๖๕')
    expect(svg).toContain('ปี ๒๕๖๘ ได้ ๙๒.๖๕')
    expect(seen(svg).join('')).not.toMatch(/[0-9]/)
  })

  test('leaves a gap for a year that is not known, and joins nothing over it', () => {
    const strokes = (points: typeof result.trend) =>
      /<path class="chart-stroke-accent" d="([^"]*)"/.exec(trendChart(points, 'th') ?? '')?.[1]?.match(/M/g)
        ?.length
    const withGap = result.trend.filter(({ fiscalYear }) => fiscalYear !== 2565)
    expect(seen(trendChart(withGap, 'th'))).toContain('2565')
    expect(seen(trendChart(withGap, 'th'))).not.toContain('79.79')
    expect(strokes(withGap)).toBe(2)
  })

  test('does not exist without a year', () => {
    expect(trendChart([], 'th')).toBeNull()
  })

  test('holds no style and no script', () => {
    expect(trendChart(result.trend, 'th')).not.toMatch(/style|<script/)
  })
})

describe('the radar chart', () => {
  test('bears ten indicators by name with their scores', () => {
    const texts = seen(radarChart(result.indicators, 'th'))
    for (const { number, name, score } of result.indicators) {
      expect(texts).toContain(`${number} ${name.th}`)
      expect(texts).toContain(score)
    }
  })

  test('leaves out what is not known, and does not exist with fewer than three', () => {
    const [first, second, ...others] = result.indicators
    const unknown = others.map((indicator) => ({ ...indicator, score: null }))
    const known = [first, second].flatMap((indicator) => indicator ?? [])
    expect(radarChart([...known, ...unknown], 'th')).toBeNull()
    expect(seen(radarChart([...known, ...unknown.slice(1), ...others.slice(0, 1)], 'th'))).not.toContain(
      '0.00',
    )
  })

  test('holds no style and no script', () => {
    expect(radarChart(result.indicators, 'en', { narrow: true })).not.toMatch(/style|<script/)
  })
})
