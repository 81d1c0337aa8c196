import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { errorKindSchema } from '../../domain/contract/errors.ts';

/** A stable code with all that can be said with it, as it stands in the sources. */
export interface CodeEntry {
  readonly code: string;
  readonly kind: string;
  readonly messages: readonly string[];
}

interface Found {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
}

/** Functions by name, and the kind of what they make where they are not told one. */
export type Makers = Readonly<Record<string, string>>;

export const ERRORS: Makers = {
  refuse: 'rejected',
  failure: 'bug',
  refusal: 'wrong-use',
  fault: 'wrong-use',
};
export const FINDINGS: Makers = { note: 'finding' };

const KINDS: ReadonlySet<string> = new Set(errorKindSchema.options);
const CODE = /^[a-z]+(-[a-z\d]+)*$/;
const NOT_OURS = new Set(['custom']);

/** The words of an expression; what is filled in at run time shows as an ellipsis. */
function wordsOf(node: ts.Node | undefined): string {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return wordsOf(valueOf(node));
  if (ts.isConditionalExpression(node)) return eitherOf(node);
  if (!ts.isTemplateExpression(node)) return '';
  const text = node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return text.replaceAll(/…+/g, '…');
}

function eitherOf({ whenTrue, whenFalse }: ts.ConditionalExpression): string {
  return [whenTrue, whenFalse]
    .map(wordsOf)
    .filter((words) => words !== '')
    .join(' Or: ');
}

/** What a name stands for: a constant above it, or what a parameter has where it is left out. */
function valueOf(name: ts.Identifier): ts.Node | undefined {
  let scope: ts.Node = name;
  while (!ts.isSourceFile(scope)) {
    scope = scope.parent;
    const value = ts.isFunctionLike(scope) ? presetOf(scope, name.text) : constantIn(scope, name.text);
    if (value !== undefined) return value;
  }
  return undefined;
}

function presetOf(scope: ts.SignatureDeclaration, name: string): ts.Node | undefined {
  return scope.parameters.find((parameter) => parameter.name.getText() === name)?.initializer;
}

function constantIn(scope: ts.Node, name: string): ts.Node | undefined {
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined;
  return scope.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
}

/** What goes on after something that is only known at run time: a file's path, say. */
function whole(message: string): string {
  return /^[a-z]/.test(message) ? `… ${message}` : message;
}

function fromCall(node: ts.CallExpression, makers: Makers): Found | null {
  const preset = makers[node.expression.getText()];
  if (preset === undefined) return null;
  const words = node.arguments.map(wordsOf);
  const kind = words.find((word) => KINDS.has(word)) ?? preset;
  const code = words.find((word) => CODE.test(word) && !KINDS.has(word)) ?? '';
  return { code, kind, message: whole(words.find((word) => word.includes(' ')) ?? '') };
}

function property(node: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const found = node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name);
  return found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function fromObject(node: ts.ObjectLiteralExpression): Found | null {
  const message = property(node, 'message');
  if (message === undefined) return null;
  const kind = wordsOf(property(node, 'kind') ?? property(node, 'status')) || 'rejected';
  return { code: wordsOf(property(node, 'code')), kind, message: whole(wordsOf(message)) };
}

function found(node: ts.Node, makers: Makers): Found | null {
  if (ts.isCallExpression(node)) return fromCall(node, makers);
  return makers === ERRORS && ts.isObjectLiteralExpression(node) ? fromObject(node) : null;
}

function collect(node: ts.Node, makers: Makers, into: Found[]): Found[] {
  const entry = found(node, makers);
  if (entry !== null && CODE.test(entry.code) && !NOT_OURS.has(entry.code)) into.push(entry);
  node.forEachChild((child) => {
    collect(child, makers, into);
  });
  return into;
}

/** Every code in some sources, in alphabetical order. */
export function codesOf(sources: readonly string[], makers: Makers = ERRORS): CodeEntry[] {
  const all = sources.flatMap((source) =>
    collect(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true), makers, []),
  );
  return [...new Set(all.map(({ code }) => code))].sort().map((code) => {
    const same = all.filter((entry) => entry.code === code);
    const kinds = [...new Set(same.map(({ kind }) => kind))].sort();
    const messages = [...new Set(same.map(({ message }) => message).filter((message) => message !== ''))];
    return { code, kind: kinds.join(' or '), messages: messages.sort() };
  });
}

function isProduct(file: string): boolean {
  return !/\.spec\.|[\\/](testing|trust)[\\/]/.test(file);
}

/** As `codesOf`, for what a folder ships. */
export function codesIn(root: string, folder: string, makers: Makers = ERRORS): CodeEntry[] {
  const files = globSync(`${folder}/**/*.ts`, { cwd: root }).filter(isProduct).sort();
  return codesOf(
    files.map((file) => readFileSync(join(root, file), 'utf8')),
    makers,
  );
}
