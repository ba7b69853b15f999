/** The lists agencies are grouped by: agency types, ministries and provinces, each in its official order. */
import { z } from 'zod'

const groupSchema = z.strictObject({
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  name: z.strictObject({ th: z.string().min(1), en: z.string().min(1) }),
})

export const groupListSchema = z.array(groupSchema).min(1)

export const referenceKinds = ['types', 'ministries', 'provinces'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export type Reference = Readonly<Record<ReferenceKind, z.infer<typeof groupListSchema>>>
