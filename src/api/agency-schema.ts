/** An agency as the REST door gives and takes it. */
import { z } from '@hono/zod-openapi'
import type { ListedRecord } from '#modules/registry/agency-list.ts'
import type { AgencyField } from '#modules/registry/agency-record.ts'
import type { Form } from '#modules/registry/read-form.ts'

const words = z.object({ th: z.string(), en: z.string() })
const day = z.string().nullable().openapi({ example: '2026-01-29' })
const sizes = ['S', 'M', 'L'] as const

export const agencySchema = z
  .object({
    code: z.string().openapi({ example: 'DIPROM' }),
    name: words,
    type: z.string().openapi({ description: 'A code of /api/v1/agency-types', example: 'department' }),
    size: z.enum(sizes).nullable(),
    ministry: z.string().nullable().openapi({ description: 'A code of /api/v1/ministries' }),
    province: z.string().nullable().openapi({ description: 'ISO 3166-2:TH', example: 'TH-10' }),
    website: z.string().nullable(),
    activeFrom: day,
    activeTo: day,
    isImaginary: z.boolean().openapi({ description: 'Made up for a demonstration' }),
  })
  .openapi('Agency')

export const sizeParameter = z.enum(sizes).optional()

const text = z.string().nullable().optional()

/** What is not said is cleared. Groups by code or by name, days in either era. */
export const agencyBody = z
  .strictObject({
    name: z.strictObject({ th: z.string(), en: text }),
    type: z.string(),
    size: text,
    ministry: text,
    province: text,
    website: text,
    activeFrom: text,
    activeTo: text,
  })
  .openapi('AgencyChange')

export function representAgency(record: ListedRecord): z.infer<typeof agencySchema> {
  return {
    code: record.code,
    name: { th: record.name_th, en: record.name_en ?? record.name_th },
    type: record.type,
    size: sizes.find((size) => size === record.size) ?? null,
    ministry: record.ministry,
    province: record.province,
    website: record.website,
    activeFrom: record.active_from,
    activeTo: record.active_to,
    isImaginary: record.is_imaginary,
  }
}

export function toAgencyForm(body: z.infer<typeof agencyBody>): Form<Exclude<AgencyField, 'code'>> {
  return {
    name_th: body.name.th,
    name_en: body.name.en ?? '',
    type: body.type,
    size: body.size ?? '',
    ministry: body.ministry ?? '',
    province: body.province ?? '',
    website: body.website ?? '',
    active_from: body.activeFrom ?? '',
    active_to: body.activeTo ?? '',
  }
}
