/** The published JSON schema of receipts, made from the description of them in extension/core/schemas.ts. */

import type { ConversionConfig, JsonSchema } from "@valibot/to-json-schema";
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";

/** What of the records is published. */
type Schemas = Pick<typeof import("../extension/core/schemas.ts"), "ReceiptSchema">;

const ID = "untick-receipts-1";
const TITLE = "Receipts of Untick";
const DESCRIPTION =
  "What Untick did and saw at a person's word. It shows what a page displayed to one browser; " +
  "it is no confirmation by the site, and names no account.";

/** The only pattern of a receipt's texts: an instant begins with its date. */
const BEGINS_WITH_DATE = /^\d{4}-\d\d-\d\dT/;

const described = v.description;

/** The file that people export: receipts, and what says how to read them. */
const fileOf = ({ ReceiptSchema }: Schemas) =>
  v.pipe(
    v.strictObject({
      schema: v.pipe(v.literal(ID), described("The name of this schema.")),
      described: v.optional(
        v.pipe(v.string(), described("Where this schema lies, and in which version of Untick.")),
      ),
      exported: v.pipe(
        v.string(),
        v.regex(BEGINS_WITH_DATE),
        described("When the file was made, ISO 8601 in UTC."),
      ),
      receipts: v.pipe(v.array(ReceiptSchema), described("One for each press.")),
    }),
    v.title(TITLE),
    described(DESCRIPTION),
  );

/** Closes every object, so that the schema tells all that stands in a file; a choice is told once. */
const overrideSchema: ConversionConfig["overrideSchema"] = ({ valibotSchema, jsonSchema }) => {
  if (valibotSchema.type === "object") return { ...jsonSchema, additionalProperties: false };
  if (valibotSchema.type === "picklist" && jsonSchema.enum) return { enum: jsonSchema.enum };
  if (valibotSchema.type !== "nullable") return null;
  const [inner] = (jsonSchema.anyOf ?? []) as JsonSchema[];
  return inner?.enum ? { enum: [...inner.enum, null] } : null;
};

const overrideAction: ConversionConfig["overrideAction"] = ({ valibotAction, jsonSchema }) => {
  if (valibotAction.type !== "regex") return null;
  const { pattern, ...rest } = jsonSchema;
  if (pattern !== BEGINS_WITH_DATE.source) throw new Error(`receipts: no format is known for ${pattern}`);
  return { ...rest, format: "date-time" };
};

/** The schema as JSON text. */
export const schemaText = (schemas: Schemas): string => {
  const { $schema, ...rest } = toJsonSchema(fileOf(schemas), {
    target: "draft-2020-12",
    // That an instant can be parsed, which the format says.
    ignoreActions: ["check"],
    overrideSchema,
    overrideAction,
  });
  return `${JSON.stringify({ $schema, $id: ID, ...rest }, null, 2)}\n`;
};
