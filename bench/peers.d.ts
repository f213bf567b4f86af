// As much of the peers' interfaces as the bench uses. None ships types that can be relied on
// here: the type check must pass without the peers installed.

declare module 'simplegrad' {
  export class ValueStorage {
    readonly gv: Float64Array;
  }
  export class Variable {
    readonly vs: ValueStorage;
    readonly name: string;
    readonly gradName: string;
    constructor(storage: ValueStorage, children?: ReadonlySet<Variable>);
    add(other: Variable): Variable;
    sub(other: Variable): Variable;
    mul(other: Variable): Variable;
    exp(): Variable;
    log(): Variable;
    sigmoid(): Variable;
    setForwardCode(code: string): void;
    setBackwardCode(code: string): void;
    compile(): void;
    forward(): void;
    backward(): void;
    getValue(): number;
    setValue(value: number): void;
    getGradient(): number;
    setGradient(value: number): void;
  }
}

declare module 'adnn/ad/index.js' {
  export interface ScalarNode {
    readonly x: number;
    readonly dx: number;
    backprop(): void;
  }
  type Unary = (a: ScalarNode) => ScalarNode;
  type Binary = (a: ScalarNode, b: ScalarNode) => ScalarNode;
  const ad: {
    lift(x: number): ScalarNode;
    readonly scalar: {
      readonly add: Binary;
      readonly sub: Binary;
      readonly mul: Binary;
      readonly exp: Unary;
      readonly log: Unary;
      readonly sqrt: Unary;
      readonly sigmoid: Unary;
      sum(terms: readonly ScalarNode[]): ScalarNode;
    };
  };
  export default ad;
}

declare module '@tensorflow/tfjs' {
  export interface Scalar {
    add(other: Scalar): Scalar;
    sub(other: Scalar): Scalar;
    mul(other: Scalar): Scalar;
    square(): Scalar;
    exp(): Scalar;
    log(): Scalar;
    sqrt(): Scalar;
    sigmoid(): Scalar;
    dataSync(): Float32Array;
    dispose(): void;
  }
  export function enableProdMode(): void;
  export function setBackend(name: 'cpu'): Promise<boolean>;
  export function getBackend(): string;
  export function scalar(value: number): Scalar;
  export function addN(terms: readonly Scalar[]): Scalar;
  export function dispose(tensors: readonly Scalar[]): void;
  export interface Matrix {
    add(other: Matrix): Matrix;
    sub(other: Matrix): Matrix;
    matMul(other: Matrix): Matrix;
    sigmoid(): Matrix;
    square(): Matrix;
    mean(): Scalar;
    dataSync(): Float32Array;
  }
  export function tensor2d(
    rows: readonly (readonly number[])[] | readonly number[],
    shape: readonly [number, number],
  ): Matrix;
  export function variable(initial: Matrix): Matrix;
  export const train: {
    sgd(rate: number): {
      minimize(loss: () => Scalar, returnCost: false, variables: readonly Matrix[]): null;
    };
  };
  export function valueAndGrads(
    f: (...leaves: Scalar[]) => Scalar,
  ): (leaves: readonly Scalar[]) => { readonly value: Scalar; readonly grads: readonly Scalar[] };
}

declare module 'elkjs/lib/elk.bundled.js' {
  type LayoutOptions = Readonly<Record<string, string>>;
  export interface ElkNode {
    readonly id: string;
    readonly x?: number;
    readonly y?: number;
    readonly children?: readonly ElkNode[];
    readonly ports?: readonly { readonly id: string; readonly layoutOptions: LayoutOptions }[];
    readonly layoutOptions?: LayoutOptions;
    readonly edges?: readonly {
      readonly id: string;
      readonly sources: readonly string[];
      readonly targets: readonly string[];
    }[];
  }
  export default class ELK {
    layout(graph: ElkNode, settings: { readonly layoutOptions: LayoutOptions }): Promise<ElkNode>;
  }
}

declare module '@dagrejs/dagre' {
  interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  class Graph {
    constructor(settings: { readonly multigraph: boolean });
    setGraph(settings: object): void;
    setNode(id: string, size: { readonly width: number; readonly height: number }): void;
    setEdge(source: string, target: string, label: object, name: string): void;
    nodes(): readonly string[];
    node(id: string): Box;
  }
  const dagre: {
    readonly graphlib: { readonly Graph: typeof Graph };
    layout(graph: Graph): void;
  };
  export default dagre;
}
