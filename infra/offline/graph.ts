/** One resource as the program registered it. */
export interface Resource {
  type: string;
  name: string;
  urn: string;
  parent: string | null;
  custom: boolean;
  inputs: Record<string, any>;
  outputs?: Record<string, any>;
  retainOnDelete?: boolean;
  protect?: boolean;
}

/** All that one stage would make. */
export interface Graph {
  app: string;
  stage: string;
  region: string;
  account: string;
  resources: Resource[];
  problems: string[];
}
