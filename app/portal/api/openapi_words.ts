export const CENTS = { type: 'integer', description: 'Montant en centimes d’euro.' }
export const DAY = { type: 'string', format: 'date' }

/** An object whose fields are all there, and no other. */
export function whole(properties: Record<string, object>) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

/** Items of a named schema. */
export function listOf(name: string) {
  return { type: 'array', items: { $ref: `#/components/schemas/${name}` } }
}

/** What a request or an answer holds. */
export function json(schema: object) {
  return { 'application/json': { schema } }
}

/** An answer that refuses: every one has the same shape. */
export function refusal(description: string) {
  return { description, content: json({ $ref: '#/components/schemas/Refus' }) }
}
