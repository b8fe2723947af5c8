import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { sharedFile } from '#tests/unit/payments/schema'

export const SCHEMAS_MISSING = sharedFile('xsd/camt.053.001.08.xsd') === null

const validators = new Map<string, XsdValidator>()

/** What the ISO schema of that message says against the file: nothing, or its first complaint. */
export function schemaComplaint(file: Buffer, message: string): string | null {
  const doc = XmlDocument.fromBuffer(file)
  try {
    validatorOf(message).validate(doc)
    return null
  } catch (error) {
    return (error as Error).message
  } finally {
    doc.dispose()
  }
}

function validatorOf(message: string): XsdValidator {
  const known = validators.get(message)
  if (known) return known
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(sharedFile(`xsd/${message}.xsd`)!))
  validators.set(message, validator)
  return validator
}
