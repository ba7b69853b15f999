/** How the document describes interviews and the work of those who make them. */
import { z } from '@hono/zod-openapi'
import { callStates } from '#modules/surveys/interview.ts'

const words = z.object({ th: z.string(), en: z.string() })
const day = z.string().nullable().openapi({ example: '2026-01-29' })
const hash = z.string().openapi({ description: 'SHA-256 of its key, in hex' })

const callSchema = z
  .object({ id: z.string(), name: z.string(), phone: z.string(), state: z.enum(callStates) })
  .openapi('CallListEntry')

const assignmentSchema = z
  .object({
    id: z.string(),
    fiscalYear: z.number().int(),
    agency: z.object({ code: z.string(), name: words }),
    form: z.string().openapi({ description: 'The id of its form' }),
    quota: z.number().int(),
    count: z.number().int().openapi({ description: 'Received and not sent back' }),
    state: z.enum(['upcoming', 'open', 'closed']),
    opensOn: day,
    closesOn: day,
    callList: z.array(callSchema),
    sentBack: z.array(z.object({ interview: hash, reason: z.string() })),
  })
  .openapi('InterviewAssignment')

const questionSchema = z.object({
  id: z.string().openapi({ example: 'e1' }),
  text: words,
  note: words.nullable(),
  isUnverified: z.boolean(),
  columns: z
    .array(z.object({ id: z.string(), text: words.nullable(), options: z.array(words) }))
    .openapi({ description: 'What is to be answered: the place of the chosen option, from 0' }),
})

export const workSchema = z
  .object({
    person: z.object({ id: z.string(), name: z.string() }),
    assignments: z.array(assignmentSchema),
    forms: z.array(
      z.object({ id: z.string(), fiscalYear: z.number().int(), questions: z.array(questionSchema) }),
    ),
  })
  .openapi('InterviewWork')

export const interviewSchema = z
  .object({
    assignment: z.string(),
    key: z.string().openapi({ description: '32 hex digits, made when the interview began' }),
    answers: z.record(z.string(), z.number().int()).openapi({
      example: { e1: 4, e2: 5 },
      description: 'By column: the place of the chosen option, from 0',
    }),
    seconds: z.number().int().min(0).optional().openapi({ description: 'How long the interview took' }),
    replaces: hash.optional(),
  })
  .openapi('Interview')

export const recordedSchema = z
  .object({
    interview: hash,
    outcome: z.enum(['stored', 'storedBefore']),
    isOverQuota: z.boolean(),
  })
  .openapi('RecordedInterview')

export const callMarkSchema = z.object({ state: z.enum(callStates) }).openapi('CallMark')
