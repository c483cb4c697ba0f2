// SPDX-License-Identifier: Apache-2.0
//
// Four bodies that attract each other: doubles with square roots and divisions. Their energy stays
// what it was.

enum {
  kBodies = 4,
  kSteps = 60000
};

struct body {
  double mass;
  double at[3], speed[3];
};

static struct body bodies[kBodies] = {
    {40.0, {0, 0, 0}, {0, -0.06, 0}},
    {1.0, {3, 0, 0}, {0, 3.7, 0.1}},
    {0.5, {0, 7, 0}, {-2.3, 0, 0}},
    {0.1, {0, 0, 15}, {0, 1.6, 0}},
};

static double distance_squared(const struct body* one, const struct body* other) {
  double sum = 0;
  for (int axis = 0; axis < 3; ++axis) {
    double difference = one->at[axis] - other->at[axis];
    sum += difference * difference;
  }
  return sum;
}

static double energy(void) {
  double sum = 0;
  for (int i = 0; i < kBodies; ++i) {
    for (int axis = 0; axis < 3; ++axis)
      sum += 0.5 * bodies[i].mass * bodies[i].speed[axis] * bodies[i].speed[axis];
    for (int j = i + 1; j < kBodies; ++j)
      sum -= bodies[i].mass * bodies[j].mass /
             __builtin_sqrt(distance_squared(&bodies[i], &bodies[j]));
  }
  return sum;
}

static void attract(struct body* one, struct body* other, double time) {
  double square = distance_squared(one, other);
  double factor = time / (square * __builtin_sqrt(square));
  for (int axis = 0; axis < 3; ++axis) {
    double difference = (one->at[axis] - other->at[axis]) * factor;
    one->speed[axis] -= difference * other->mass;
    other->speed[axis] += difference * one->mass;
  }
}

static void step(double time) {
  for (int i = 0; i < kBodies; ++i) {
    for (int j = i + 1; j < kBodies; ++j)
      attract(&bodies[i], &bodies[j], time);
  }
  for (int i = 0; i < kBodies; ++i) {
    for (int axis = 0; axis < 3; ++axis)
      bodies[i].at[axis] += time * bodies[i].speed[axis];
  }
}

int main(void) {
  double before = energy();
  for (int i = 0; i < kSteps; ++i)
    step(0.0005);
  double change = (energy() - before) / before;
  return change < -1e-3 || change > 1e-3;
}
