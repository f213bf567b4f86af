import { fromMarkdown } from 'mdast-util-from-markdown';
import { mathFromMarkdown } from 'mdast-util-math';
import { math } from 'micromark-extension-math';
import type { ReactNode } from 'react';
import { Each } from '../../fields/Each.tsx';
import { Tex } from '../../fields/Tex.tsx';

type Root = ReturnType<typeof fromMarkdown>;
type Content = Root['children'][number];

/**
 * Simple Markdown as elements: paragraphs, headings, lists, emphasis, code, links, and TeX between
 * dollar signs. Built from the syntax tree; tags in the text are text.
 */
export function renderMarkdown(text: string): ReactNode {
  const root = fromMarkdown(text, {
    extensions: [math()],
    mdastExtensions: [mathFromMarkdown()],
  });
  const depths = root.children.flatMap((node) => (node.type === 'heading' ? node.depth : []));
  const ranks = [...new Set(depths)].sort();
  return <Children of={root.children} to={{ text, ranks }} />;
}

/** What all parts of a text share. */
interface Whole {
  readonly text: string;
  /** The levels of headings in use, so that none is left out in the page's own order. */
  readonly ranks: readonly number[];
}

function Children({ of, to }: { of: readonly Content[]; to: Whole }): ReactNode {
  return <Each of={of}>{(node) => element(node, to)}</Each>;
}

const headings = ['h2', 'h3', 'h4', 'h5'] as const;

function element(node: Content, whole: Whole): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Children of={node.children} to={whole} />
        </p>
      );
    case 'heading': {
      const Heading = headings[whole.ranks.indexOf(node.depth)] ?? 'h6';
      return (
        <Heading>
          <Children of={node.children} to={whole} />
        </Heading>
      );
    }
    case 'list': {
      const items = <Children of={node.children} to={whole} />;
      return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'listItem':
      return (
        <li>
          <Children of={node.children} to={whole} />
        </li>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Children of={node.children} to={whole} />
        </blockquote>
      );
    case 'emphasis':
      return (
        <em>
          <Children of={node.children} to={whole} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Children of={node.children} to={whole} />
        </strong>
      );
    case 'link': {
      const children = <Children of={node.children} to={whole} />;
      if (!isSafe(node.url)) return children;
      return (
        <a className="nodrag" href={node.url} target="_blank" rel="noopener noreferrer">
          {children}
        </a>
      );
    }
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'math':
      return <Tex of={node.value} display />;
    case 'inlineMath':
      return <Tex of={node.value} display={isDisplayed(node, whole.text)} />;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'image':
      return node.alt;
    case 'linkReference':
      return <Children of={node.children} to={whole} />;
    case 'text':
    case 'html':
      return node.value;
    default:
      return null;
  }
}

/** Two dollar signs set a formula apart, also where they stand within a line. */
function isDisplayed({ position }: Content, text: string): boolean {
  return text.startsWith('$$', position?.start.offset);
}

/** Links lead to pages and mail, never to a script. */
function isSafe(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url);
}
