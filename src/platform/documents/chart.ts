/** Draws a chart as an SVG text that a page under a strict content policy, and a PDF, may hold as it is. */

import type { EChartsOption } from 'echarts'
import { LineChart, RadarChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, RadarComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

export type { EChartsOption }

/**
 * The colours a chart may use, as they read on paper. Whatever is drawn in one of them also bears a class,
 * `chart-fill-ink`, `chart-stroke-accent` and so on, by which a page gives it the colour of a dark background.
 */
export const chartColours = {
  ink: '#1b2a34',
  muted: '#56636c',
  rule: '#d9d5cb',
  accent: '#0f5c6e',
  paper: '#fbfaf7',
} as const

/** Width and height in pixels. `label` is what the picture says, for those who hear it. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly label: string
}

const fontFamily = 'Sarabun'
const combiningMarks = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g

echarts.use([LineChart, RadarChart, GridComponent, MarkLineComponent, RadarComponent, SVGRenderer])
echarts.setPlatformAPI({ measureText: (text, font) => ({ width: estimatedWidth(text, font ?? '') }) })

/** Width in pixels of a text in Sarabun: marks above and below take none, all else a little over half the size. */
function estimatedWidth(text: string, font: string): number {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12)
  return text.replace(combiningMarks, '').length * size * 0.56
}

/**
 * Draws without `style` attributes, style sheets, scripts, clip paths and ids, so that several charts may stand in
 * one page. Moving parts, tooltips and emphasis are not supported.
 */
export function renderChart(option: EChartsOption, { width, height, label }: ChartFrame): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily }, ...option })
    return asPlainSvg(chart.renderToSVGString(), label)
  } finally {
    chart.dispose()
  }
}

function asPlainSvg(drawn: string, label: string): string {
  const text = escapeXml(label)
  return drawn
    .replace(/<(style|defs)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, '')
    .replace(/ (?:class|clip-path|ecmeta_\w+|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/<(?:text|path|polyline|polygon|line|circle|rect)\b[^>]*>/g, withColourClasses)
    .replace(/^<svg ([^>]*)>/, `<svg $1 role="img" aria-label="${text}"><title>${text}</title>`)
    .replace(/\n+/g, '')
}

const presentation =
  /^(?:font-(?:size|family|weight|style)|fill|stroke|opacity|text-anchor|dominant-baseline)$/

function asAttributes(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((side) => side.trim()))
    .map(([name, value]) => (name && value && presentation.test(name) ? ` ${name}="${value}"` : ''))
    .join('')
}

function withColourClasses(tag: string): string {
  const classes = Object.entries(chartColours).flatMap(([name, colour]) =>
    ['fill', 'stroke']
      .filter((side) => tag.includes(` ${side}="${colour}"`))
      .map((side) => `chart-${side}-${name}`),
  )
  return classes.length > 0 ? tag.replace(/^<(\w+)/, `<$1 class="${classes.join(' ')}"`) : tag
}

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => xmlEntities[character] ?? character)
}
