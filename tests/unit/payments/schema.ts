import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import type { PainVersion } from '#app/payments/pain001/pain_version'

const SHARED = new URL('../../../../shared/', import.meta.url)

/** A file kept beside the project, or null on a machine without that folder. */
export function sharedFile(path: string): Buffer | null {
  const file = new URL(path, SHARED)
  return existsSync(file) ? readFileSync(file) : null
}

export const SCHEMAS_MISSING =
  sharedFile('xsd/pain.001.001.09.xsd') === null || sharedFile('xsd/pain.001.001.03.xsd') === null

const validators = new Map<PainVersion, XsdValidator>()

/** What the ISO schema says against the file: nothing, or its first complaint. */
export function schemaComplaint(xml: string, version: PainVersion): string | null {
  const doc = XmlDocument.fromString(xml)
  try {
    validatorOf(version).validate(doc)
    return null
  } catch (error) {
    return (error as Error).message
  } finally {
    doc.dispose()
  }
}

function validatorOf(version: PainVersion): XsdValidator {
  const known = validators.get(version)
  if (known) return known
  const schema = XmlDocument.fromBuffer(sharedFile(`xsd/${version}.xsd`)!)
  const validator = XsdValidator.fromDoc(schema)
  validators.set(version, validator)
  return validator
}
