// Standard input: [[schema, document], …], a schema such as "v1.19/MicrosoftTeams.schema.json". Standard output: what Microsoft's schema
// says of each document, a list of sentences.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve("@microsoft/app-manifest")), "json-schemas", "teams");

function complaints(schema, document) {
  // Some of its patterns are not regular expressions in Unicode mode.
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, schema), "utf8").replace(/^\uFEFF/, "")));
  return validate(document) ? [] : validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`);
}

const input = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(input.map(([schema, document]) => complaints(schema, document))));
