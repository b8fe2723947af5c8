import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const safeInteger = { tsType: 'number', imports: [], decorators: [{ name: '@column' }] }

/** Days are texts 'YYYY-MM-DD', and bigint is a safe integer (see database/connection.ts). */
export default {
  types: {
    date: { tsType: 'string', imports: [], decorators: [{ name: '@column' }] },
    bigint: safeInteger,
  },
  primaryKey: (_table, keys, columns) => {
    const [columnName] = keys
    if (!columnName || !columns[columnName]) return undefined
    const tsType = ['bigint', 'integer'].includes(columns[columnName].type) ? 'number' : 'string'
    return {
      columnName,
      columnInfo: {
        tsType,
        imports: [],
        decorators: [{ name: '@column', args: { isPrimary: true } }],
      },
    }
  },
} satisfies SchemaRules
